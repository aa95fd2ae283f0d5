package mappa.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// `run.json`: what a program needs to know about the running product. It is there while, and only
/// while, the product is ready. It names the files that hold passwords, not the passwords.
final class RunFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final DataFolder data;
    private final Options options;
    private final Secrets passwords;

    RunFile(DataFolder data, Options options, Secrets passwords) {
        this.data = data;
        this.options = options;
        this.passwords = passwords;
    }

    void write(List<Part> parts) {
        var root = JSON.createObjectNode();
        root.put("address", Server.webUrl(options));
        root.put("issuer", Server.issuer(options));
        root.put("launcher", ProcessHandle.current().pid());
        root.put("data", data.root().toString());
        root.put("mail", data.mail().toString());
        root.put("demoPasswordFile", passwords.file("demo").toString());
        root.put("serverSettings", Stack.serverSettings(data).toString());
        var ports = root.putObject("ports");
        options.ports()
                .forEach(
                        (port, number) ->
                                ports.put(
                                        port.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                        number));
        var processes = root.putObject("parts");
        for (var part : parts) {
            var node = processes.putObject(part.name());
            part.pid().ifPresentOrElse(pid -> node.put("pid", pid), () -> node.putNull("pid"));
            node.put("log", part.log().toString());
        }
        var files = root.putObject("passwordFiles");
        files.put("program", passwords.file("program-client").toString());
        files.put("postgres", passwords.file("postgres").toString());
        for (var role : PostgreSql.ROLES) {
            files.put(role, passwords.file(role).toString());
        }
        root.put("programClient", Realm.PROGRAM_CLIENT);
        root.put("programSubject", DemoUser.idOf(Realm.PROGRAM_USER).toString());
        try {
            Secrets.write(data.runFile(), JSON.writeValueAsString(root));
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be written: %s.".formatted(data.runFile(), e.getMessage()), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(data.runFile());
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be deleted: %s.".formatted(data.runFile(), e.getMessage()), e);
        }
    }
}
