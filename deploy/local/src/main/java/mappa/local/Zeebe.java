package mappa.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The broker of the process engine: one partition, no exporters, loopback only.
final class Zeebe {
    private Zeebe() {}

    static ProgramPart part(
            Path program,
            Versions versions,
            Options options,
            DataFolder data,
            Processes processes,
            Steps steps) {
        var ports = options.ports();
        return new ProgramPart(
                "zeebe",
                "Zeebe " + versions.zeebe(),
                data,
                processes,
                steps,
                new ProgramPart.Program(command(program, data), environment(options, data)),
                URI.create(
                        "http://127.0.0.1:%d/actuator/health/readiness"
                                .formatted(ports.get(Port.ZEEBE_MANAGEMENT))),
                () -> {});
    }

    /// What `bin/broker` of the archive runs, without the shell in between.
    private static java.util.List<String> command(Path program, DataFolder data) {
        var words =
                JavaCommand.with(data.tmp(), "-Xms64m", "-Xmx256m", "-XX:MaxDirectMemorySize=256m");
        words.add("-Dapp.name=broker");
        words.add("-Dapp.home=" + data.zeebe()); // its log goes there
        words.add("-Dbasedir=" + data.zeebe());
        words.add("-classpath");
        words.add(program.resolve("config") + ":" + program.resolve("lib") + "/*");
        words.add("io.camunda.zeebe.broker.StandaloneBroker");
        return words;
    }

    private static Map<String, String> environment(Options options, DataFolder data) {
        var ports = options.ports();
        var settings = new HashMap<String, String>();
        settings.put("ZEEBE_BROKER_DATA_DIRECTORY", data.zeebe().resolve("data").toString());
        settings.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        settings.put(
                "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", ports.get(Port.ZEEBE_COMMAND).toString());
        settings.put(
                "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", ports.get(Port.ZEEBE_INTERNAL).toString());
        settings.put(
                "ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS",
                "127.0.0.1:" + ports.get(Port.ZEEBE_INTERNAL));
        settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", ports.get(Port.ZEEBE).toString());
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", ports.get(Port.ZEEBE_REST).toString());
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", ports.get(Port.ZEEBE_MANAGEMENT).toString());
        settings.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        settings.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
        settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB");
        settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB");
        settings.putAll(options.zeebeSettings());
        return settings;
    }
}
