package dev.accepted.http.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Calls the pass that fetches an issuer's keys. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IssuerTimer {

  @Inject private Identities identities;

  /** A second that comes while the issuer is slow finds the pass under way, and leaves. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void look() {
    identities.look();
  }
}
