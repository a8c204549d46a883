package dev.accepted.server;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The WAR as it was built, on the server of the active profile. Tests talk to {@code accepted.url}.
 */
@ExtendWith(FreePort.class) // first: the other one starts the server
@ArquillianTest
public abstract class DeployedServer {

  @Deployment(testable = false)
  static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("test.war")));
  }
}
