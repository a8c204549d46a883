package dev.accepted.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which version it is, as its jar says. */
final class InspectorVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = InspectorVersion.class.getPackage().getImplementationVersion();
    return new String[] {"accepted-inspector " + Objects.requireNonNullElse(version, "unpackaged")};
  }
}
