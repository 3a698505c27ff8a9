package interop;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Composite;
import ca.uhn.hl7v2.model.ExtraComponents;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Primitive;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.Varies;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every place of a message that holds something: `PID[1]-3[1].4.1` to its text, whatever structure HAPI gives it. */
final class Flat {
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, Integer> instances = new HashMap<>();

    static Map<String, String> of(Message message) throws HL7Exception {
        Flat flat = new Flat();
        flat.group(message);
        return flat.found;
    }

    private void group(Group group) throws HL7Exception {
        for (String name : group.getNames()) {
            for (Structure structure : group.getAll(name)) {
                if (structure instanceof Group inner) group(inner);
                else if (!structure.isEmpty()) segment((Segment) structure);
            }
        }
    }

    private void segment(Segment segment) throws HL7Exception {
        int instance = instances.merge(segment.getName(), 1, Integer::sum);
        int first = segment.getName().equals("MSH") ? 3 : 1;
        for (int field = first; field <= segment.numFields(); field++) {
            Type[] repetitions = segment.getField(field);
            for (int r = 0; r < repetitions.length; r++) {
                type(repetitions[r], segment.getName() + "[" + instance + "]-" + field + "[" + (r + 1) + "]", List.of());
            }
        }
    }

    private void type(Type given, String place, List<Integer> below) {
        Type type = given instanceof Varies varies ? varies.getData() : given;
        int known = 0;
        if (type instanceof Composite composite) {
            Type[] parts = composite.getComponents();
            known = parts.length;
            for (int n = 0; n < known; n++) type(parts[n], place, behind(below, n + 1));
        } else if (type instanceof Primitive primitive) {
            known = 1;
            put(place, below, primitive.getValue());
        }
        ExtraComponents more = type.getExtraComponents();
        for (int n = 0; n < more.numComponents(); n++) type(more.getComponent(n), place, behind(below, known + n + 1));
    }

    private void put(String place, List<Integer> below, String value) {
        if (value == null || value.isEmpty()) return;
        int component = below.isEmpty() ? 1 : below.get(0);
        int subcomponent = below.size() < 2 ? 1 : below.get(1);
        found.put(place + "." + component + "." + subcomponent, value);
    }

    private static List<Integer> behind(List<Integer> below, int next) {
        return java.util.stream.Stream.concat(below.stream(), java.util.stream.Stream.of(next)).toList();
    }
}
