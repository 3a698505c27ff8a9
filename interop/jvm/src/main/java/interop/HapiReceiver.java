package interop;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.llp.ExtendedMinLowerLayerProtocol;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.protocol.ReceivingApplicationException;
import java.io.IOException;
import java.util.Map;

/** HAPI's own server with its default validation: what it can parse it acknowledges with its own acknowledgment. */
public final class HapiReceiver {
    private HapiReceiver() {}

    public static void main(String[] args) throws Exception {
        HapiContext context = new DefaultHapiContext();
        context.setSocketFactory(new Loopback());
        context.setLowerLayerProtocol(new ExtendedMinLowerLayerProtocol());
        HL7Service server = context.newServer(Arguments.port(args), false);
        server.registerApplication(new Acknowledging());
        server.startAndWait();
    }

    private static final class Acknowledging implements ReceivingApplication<Message> {
        @Override
        public Message processMessage(Message message, Map<String, Object> metadata) throws ReceivingApplicationException {
            try {
                return message.generateACK();
            } catch (HL7Exception | IOException trouble) {
                throw new ReceivingApplicationException(trouble);
            }
        }

        @Override
        public boolean canProcess(Message message) {
            return true;
        }
    }
}
