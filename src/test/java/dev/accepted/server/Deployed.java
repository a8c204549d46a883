package dev.accepted.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Of tests that talk to the {@link DeployedWar} on the server of the active profile, which is
 * deployed once for all classes of tests: what one leaves behind, the next one finds. Its address
 * is the system property {@code accepted.url}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(FreePort.class) // first: the other one starts the server
@ArquillianTest
public @interface Deployed {}
