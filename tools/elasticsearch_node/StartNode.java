import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node of this machine alone, from jars on the class path.
 *
 * Arguments: home (modules, plugins, config), folder of data and logs, HTTP port, and the process it ends with
 * (0: it stays until it is stopped).
 */
public class StartNode {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path kept = Path.of(arguments[1]).toAbsolutePath();
        LogConfigurator.configureESLogging();
        Environment environment = new Environment(settings(home, kept, arguments[2]), home.resolve("config"));
        Node node = new Node(environment, modules(environment));
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, closed)));
        endWith(Long.parseLong(arguments[3]));
        node.start();
        closed.await();
    }

    private static Settings settings(Path home, Path kept, String port) {
        return Settings.builder()
            .put("path.home", home)
            .put("path.data", kept.resolve("data"))
            .put("path.logs", kept.resolve("logs"))
            .put("cluster.name", "local")
            .put("node.name", "local")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", "0")
            .put("action.destructive_requires_name", "false")
            .build();
    }

    /** The jars of the server stand on the class path, not on the module path: hence the last argument. */
    private static PluginsLoader modules(Environment environment) throws IOException {
        return PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir()),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
            Map.of(),
            false);
    }

    private static void endWith(long owner) {
        if (owner > 0) {
            ProcessHandle.of(owner).ifPresentOrElse(
                process -> process.onExit().thenRun(() -> System.exit(0)),
                () -> System.exit(0));
        }
    }

    private static void close(Node node, CountDownLatch closed) {
        try {
            node.close();
        } catch (IOException error) {
            error.printStackTrace();
        } finally {
            closed.countDown();
        }
    }
}
