package interop;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.AbstractGroup;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.DefaultModelClassFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the tree of every message structure of the versions given: version, then structure, then nodes. */
public final class Structures {
    private Structures() {}

    public static void main(String[] args) throws Exception {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        for (String version : args) all.put(version, ofVersion(version));
        new ObjectMapper().writeValue(System.out, all);
    }

    private static Map<String, Object> ofVersion(String version) throws Exception {
        Map<String, Object> trees = new LinkedHashMap<>();
        String packageName = DefaultModelClassFactory.getVersionPackageName(version) + "message.";
        for (String id : Names.of(packageName)) {
            Class<?> type = Class.forName(packageName + id);
            if (Message.class.isAssignableFrom(type)) trees.put(id, nodesOf((Group) type.getDeclaredConstructor().newInstance()));
        }
        return trees;
    }

    private static List<Map<String, Object>> nodesOf(Group group) throws HL7Exception {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (String name : group.getNames()) {
            Structure structure = ((AbstractGroup) group).get(name);
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("name", structure instanceof Group ? structure.getClass().getSimpleName() : structure.getName());
            node.put("min", group.isRequired(name) ? 1 : 0);
            node.put("repeats", group.isRepeating(name));
            if (group.isChoiceElement(name)) node.put("choice", true);
            if (structure instanceof Group inner) node.put("nodes", nodesOf(inner));
            nodes.add(node);
        }
        return nodes;
    }
}
