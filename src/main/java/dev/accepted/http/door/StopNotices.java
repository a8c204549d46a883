package dev.accepted.http.door;

import dev.accepted.config.Settings;
import dev.accepted.engine.Engine;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Listens to the MBean by which the server tells that it is about to stop, where there is one. */
@WebListener
public class StopNotices implements ServletContextListener {

  private static final Logger LOG = System.getLogger(StopNotices.class.getName());

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

  @Inject private Settings settings;
  @Inject private Engine engine;

  private @Nullable ObjectName state;
  private @Nullable Leaving leaving;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    settings.serverState().ifPresent(this::listen);
  }

  private void listen(String name) {
    Leaving listener = new Leaving(engine, settings.linger());
    try {
      ObjectName bean = new ObjectName(name);
      beans.addNotificationListener(bean, listener, null, null);
      state = bean;
      leaving = listener;
    } catch (JMException none) {
      LOG.log(
          Level.WARNING,
          "accepted.server-state: there is no "
              + name
              + "; what comes while the server stops is turned away in the server's own way",
          none);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ObjectName bean = state;
    Leaving listener = leaving;
    if (bean == null || listener == null) {
      return;
    }
    try {
      beans.removeNotificationListener(bean, listener);
    } catch (InstanceNotFoundException before) {
      LOG.log(Level.DEBUG, "The server has taken its MBean away before", before);
    } catch (JMException e) {
      LOG.log(Level.WARNING, "Could not end listening to " + bean, e);
    }
  }
}
