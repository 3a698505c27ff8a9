package interop;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** HAPI's client: sends the messages of the files one after the other, and prints what it read in the acknowledgments. */
public final class HapiSender {
    private HapiSender() {}

    public static void main(String[] args) throws Exception {
        try (HapiContext context = new DefaultHapiContext(ValidationContextFactory.noValidation())) {
            // Without MSH-18 it would write ASCII, and a question mark for every other letter.
            context.getLowerLayerProtocol().setCharset(StandardCharsets.ISO_8859_1);
            Connection connection = context.newClient("127.0.0.1", Arguments.port(args), false);
            List<Map<String, String>> acknowledged = new ArrayList<>();
            for (String file : Arrays.copyOfRange(args, Arrays.asList(args).indexOf("--files") + 1, args.length)) {
                String text = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
                Message reply = connection.getInitiator().sendAndReceive(context.getPipeParser().parse(text));
                Terser terser = new Terser(reply);
                acknowledged.add(Map.of("code", terser.get("/MSA-1"), "controlId", terser.get("/MSA-2")));
            }
            connection.close();
            System.out.println(new ObjectMapper().writeValueAsString(acknowledged));
        }
    }
}
