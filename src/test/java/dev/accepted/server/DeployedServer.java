package dev.accepted.server;

import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The {@link DeployedWar} on the server of the active profile, deployed once for all classes of
 * tests: what one leaves behind, the next one finds. Tests talk to {@code accepted.url}.
 */
@ExtendWith(FreePort.class) // first: the other one starts the server
@ArquillianTest
public abstract class DeployedServer {}
