package dev.accepted.http.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Calls the pass that fetches an issuer's keys, if there is one: a second after the pass before has
 * ended, as a slow issuer may take several.
 */
@Singleton
@Startup
@DependsOn("EngineTimers") // made while the engine starts, it would wait for that
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IssuerTimer {

  private static final Logger LOG = System.getLogger(IssuerTimer.class.getName());
  private static final long SECOND_MILLIS = 1_000;

  @Inject private Identities identities;
  @Resource private TimerService timers;

  @PostConstruct
  void start() {
    if (identities.haveIssuer()) {
      again();
    }
  }

  private void again() {
    timers.createSingleActionTimer(SECOND_MILLIS, new TimerConfig(null, false));
  }

  @Timeout
  void look() {
    try {
      identities.look();
    } finally {
      goOn();
    }
  }

  private void goOn() {
    try {
      again();
    } catch (IllegalStateException | EJBException stopping) {
      LOG.log(Level.DEBUG, "The issuer is not asked again, as the application ends", stopping);
    }
  }
}
