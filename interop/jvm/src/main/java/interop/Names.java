package interop;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;

/** The classes of a package, from the jar that holds it. */
final class Names {
    private Names() {}

    static List<String> of(String packageName) throws IOException {
        String folder = packageName.replace('.', '/');
        URL place = Names.class.getClassLoader().getResource(folder);
        if (place == null) return List.of();
        return ((JarURLConnection) place.openConnection()).getJarFile().stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(folder) && name.endsWith(".class") && !name.contains("$"))
            .map(name -> name.substring(folder.length(), name.length() - ".class".length()))
            .filter(name -> !name.contains("/"))
            .sorted()
            .toList();
    }
}
