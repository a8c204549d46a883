package dev.accepted.tenancy;

import dev.accepted.webhooks.Receiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What somebody of the first tenant has, and everybody else. */
abstract class BelongingsFixture {

  static TwoTenants tenants;
  static Receiver receiver;
  static Belongings belongings;

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
    receiver = new Receiver();
    belongings = new Belongings(tenants.ann, receiver);
  }

  @AfterAll
  static void stop() {
    belongings.close();
    receiver.close();
  }
}
