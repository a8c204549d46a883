package dev.accepted.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the WAR is run by one of the servers. */
public sealed interface ServerKind permits WildFly, PayaraMicro {

  /** The server of the active profile. */
  static ServerKind ofBuild() {
    Path home = Path.of(System.getProperty("test.server.home"));
    String kind = System.getProperty("arquillian.launch");
    return switch (kind) {
      case "wildfly" -> new WildFly(home);
      case "payara" -> new PayaraMicro(home.resolve("payara-micro.jar"));
      default -> throw new IllegalArgumentException("no such server: " + kind);
    };
  }

  /** Whether the application is stopped, and not just cut off, when the process is told to end. */
  boolean stopsApplications();

  /** Options of the JVM that the server needs, or is usually given. */
  List<String> jvmOptions(ServerSetup setup);

  /** What to start in the JVM, with its arguments; files it needs are written to the folder. */
  List<String> program(ServerSetup setup) throws IOException;
}
