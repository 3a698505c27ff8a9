package interop;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.llp.ExtendedMinLowerLayerProtocol;
import ca.uhn.hl7v2.llp.HL7Reader;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads messages from standard input, each behind its length in four bytes, and prints a line of JSON for each: what HAPI reads in
 * every field, and what its default validation says of it.
 */
public final class Reader {
    private static final HapiContext VALIDATING = new DefaultHapiContext();
    private static final HapiContext LENIENT = new DefaultHapiContext(ValidationContextFactory.noValidation());

    private Reader() {}

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        ObjectMapper json = new ObjectMapper();
        try {
            while (true) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                out.println(json.writeValueAsString(read(bytes)));
                out.flush();
            }
        } catch (EOFException end) {
            out.flush();
        }
    }

    private static Map<String, Object> read(byte[] bytes) {
        Map<String, Object> told = new LinkedHashMap<>();
        try {
            String text = decoded(bytes);
            told.put("reading", Flat.of(LENIENT.getPipeParser().parse(text)));
            told.put("verdict", verdictOf(text));
        } catch (Exception trouble) {
            told.put("trouble", trouble.toString());
        }
        return told;
    }

    /** As HAPI's server would: by the protocol that looks at MSH-18. */
    private static String decoded(byte[] bytes) throws Exception {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        framed.write(0x0b);
        framed.write(bytes);
        framed.write(0x1c);
        framed.write(0x0d);
        HL7Reader reader = new ExtendedMinLowerLayerProtocol().getReader(new ByteArrayInputStream(framed.toByteArray()));
        return reader.getMessage();
    }

    private static String verdictOf(String text) {
        try {
            VALIDATING.getPipeParser().parse(text);
            return null;
        } catch (HL7Exception refused) {
            return refused.getMessage();
        }
    }
}
