package interop;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.util.Terser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Where a message goes, by its type, its sender, and what it orders. */
public final class Destinations {
    private static final List<String> DEPARTMENTS = List.of("LIS", "RIS", "PHARMACY");
    private static final Set<String> IMAGING = Set.of("RAD", "CT", "CUS", "MR", "NMR", "NMS", "NUC", "OUS", "RUS", "RX", "VUS", "XRC", "US", "CTH");
    private static final Set<String> ORDERS = Set.of("ORM", "OML", "OMG", "OMI", "OMP");
    /** Who sent an order, by its control id: the answer goes back there. */
    private final Map<String, String> askers = new ConcurrentHashMap<>();
    private static final Pattern SEGMENT_END = Pattern.compile("\r");

    public String of(@Body Message message, @ExchangeProperty("received") byte[] received) throws HL7Exception {
        Terser header = new Terser(message);
        String text = new String(received, java.nio.charset.StandardCharsets.ISO_8859_1);
        String sender = header.get("/MSH-3-1");
        if (ORDERS.contains(header.get("/MSH-9-1"))) askers.put(header.get("/MSH-10"), sender);
        return routes(header.get("/MSH-9-1"), sender, text);
    }

    private String routes(String code, String sender, String text) throws HL7Exception {
        if (ORDERS.contains(code) && DEPARTMENTS.contains(sender)) return "direct:ehr";
        switch (code) {
            case "ADT": return "direct:lis,direct:ris,direct:pharmacy";
            case "OML": return "direct:lis";
            case "OMG": case "OMI": return "direct:ris";
            case "OMP": case "RAS": case "RRE": case "RRD": return "direct:pharmacy";
            case "ORM": return ordered(text);
            case "ORR": case "ORL": case "ORG": case "ORI": case "ORP":
                return "direct:" + askers.getOrDefault(fields(text, "MSA", 2).get(0), "EHR").toLowerCase();
            case "RRA":
            case "ORU": case "OUL": case "MDM": case "SIU": case "DFT": case "RDE": case "RDS": return "direct:ehr";
            default: throw new HL7Exception("no route for " + code, ca.uhn.hl7v2.ErrorCode.UNSUPPORTED_MESSAGE_TYPE);
        }
    }

    private static String ordered(String text) {
        if (text.contains("\rRXO|")) return "direct:pharmacy";
        return fields(text, "OBR", 24).stream().anyMatch(IMAGING::contains) ? "direct:ris" : "direct:lis";
    }

    private static List<String> fields(String text, String segment, int number) {
        return Arrays.stream(SEGMENT_END.split(text))
            .filter(line -> line.startsWith(segment + "|"))
            .map(line -> line.split("\\|", -1))
            .map(fields -> fields.length > number ? fields[number] : "")
            .toList();
    }
}
