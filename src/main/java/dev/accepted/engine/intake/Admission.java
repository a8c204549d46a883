package dev.accepted.engine.intake;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.Optional;

/** Whether a new job may be stored, asked within the transaction that would store it. */
@FunctionalInterface
public interface Admission {

  /** Why not; empty if it may. */
  Optional<Refusal.QuotaExceeded> refuse(Session session) throws SQLException;
}
