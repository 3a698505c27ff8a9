package interop;

import ca.uhn.hl7v2.util.StandardSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;

/** HAPI's server binds every interface; here whatever it asks for becomes 127.0.0.1. */
final class Loopback extends StandardSocketFactory {
    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public void bind(SocketAddress asked, int backlog) throws IOException {
                super.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ((InetSocketAddress) asked).getPort()), backlog);
            }
        };
    }
}
