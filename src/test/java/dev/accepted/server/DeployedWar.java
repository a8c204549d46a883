package dev.accepted.server;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What all tests of a {@link DeployedServer} share; {@code arquillian.xml} names it. */
@ArquillianSuiteDeployment
public final class DeployedWar {

  private DeployedWar() {}

  /** The WAR as it was built. */
  @Deployment(testable = false)
  public static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("test.war")));
  }
}
