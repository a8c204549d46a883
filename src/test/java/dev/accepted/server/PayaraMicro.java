package dev.accepted.server;

import java.nio.file.Path;
import java.util.List;

/**
 * Payara Micro, started as {@code arquillian.xml} has it done.
 *
 * @param jar the server
 */
public record PayaraMicro(Path jar) implements ServerKind {

  /** Seen with 6.2025.10: neither EJBs nor CDI beans hear of the end. */
  @Override
  public boolean stopsApplications() {
    return false;
  }

  @Override
  public List<String> jvmOptions(ServerSetup setup) {
    return List.of("-Xmx768m");
  }

  @Override
  public List<String> program(ServerSetup setup) {
    return List.of(
        "-jar",
        jar.toString(),
        "--nohazelcast",
        "--prebootcommandfile",
        "server-config/payara/micro.asadmin",
        "--port",
        Integer.toString(setup.port()),
        "--contextroot",
        "/",
        "--deploy",
        setup.war().toString());
  }
}
