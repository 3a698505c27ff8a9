package interop;

import ca.uhn.hl7v2.model.Composite;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.Varies;
import ca.uhn.hl7v2.parser.DefaultModelClassFactory;
import ca.uhn.hl7v2.parser.ModelClassFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the data types of HAPI's model of the versions given: version, then {@code segments} with the type of each field, and
 * {@code types} with the type of each component. A type that varies is {@code *}; a primitive type has no components.
 */
public final class Types {
    private final ModelClassFactory factory = new DefaultModelClassFactory();
    private final Map<String, List<String>> segments = new LinkedHashMap<>();
    private final Map<String, List<String>> types = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String version : args) all.put(version, new Types().ofVersion(version));
        new ObjectMapper().writeValue(System.out, all);
    }

    private Map<String, Object> ofVersion(String version) throws Exception {
        String packageName = DefaultModelClassFactory.getVersionPackageName(version);
        Message message = (Message) Class.forName(packageName + "message.ACK").getDeclaredConstructor().newInstance();
        for (String name : Names.of(packageName + "segment.")) {
            Class<?> type = Class.forName(packageName + "segment." + name);
            if (!Segment.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) continue;
            segment((Segment) type.getConstructor(Group.class, ModelClassFactory.class).newInstance(message, factory));
        }
        return Map.of("segments", segments, "types", types);
    }

    private void segment(Segment segment) throws Exception {
        List<String> fields = new ArrayList<>();
        int count = segment.numFields();
        for (int n = 1; n <= count; n++) fields.add(named(segment.getField(n, 0)));
        segments.put(segment.getName(), fields);
    }

    private String named(Type type) {
        if (type instanceof Varies) return "*";
        if (!types.containsKey(type.getName())) {
            List<String> components = new ArrayList<>();
            types.put(type.getName(), components);
            if (type instanceof Composite composite)
                for (Type component : composite.getComponents()) components.add(named(component));
        }
        return type.getName();
    }
}
