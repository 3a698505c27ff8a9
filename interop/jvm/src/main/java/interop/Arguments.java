package interop;

/** What every program here takes from its command line: `--name value`. */
final class Arguments {
    private Arguments() {}

    static int port(String[] args) {
        return Integer.parseInt(text(args, "port"));
    }

    /** Throws where the name is not there. */
    static String text(String[] args, String name) {
        String value = text(args, name, null);
        if (value == null) throw new IllegalArgumentException("--" + name + " is missing");
        return value;
    }

    static String text(String[] args, String name, String otherwise) {
        for (int n = 0; n + 1 < args.length; n++) {
            if (args[n].equals("--" + name)) return args[n + 1];
        }
        return otherwise;
    }
}
