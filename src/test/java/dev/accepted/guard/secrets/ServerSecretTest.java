package dev.accepted.guard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Keys are those of RFC 5869, one for each purpose. */
class ServerSecretTest {

  private static final String DIGITS = "0123456789abcdef".repeat(4);

  /** Appendix A.3; its 42 bytes begin with these 32. */
  @Test
  void aKeyIsDerivedAsTheStandardSays() {
    byte[] secret = HexFormat.of().parseHex("0b".repeat(22));

    assertThat(HexFormat.of().formatHex(ServerSecret.hkdf(secret, new byte[0])))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }

  @Test
  void eachPurposeHasAKeyOfItsOwn() {
    ServerSecret secret = ServerSecret.ofHex(DIGITS);

    assertThat(secret.derive("links"))
        .hasSize(ServerSecret.BYTES)
        .isEqualTo(ServerSecret.ofHex(DIGITS).derive("links"))
        .isNotEqualTo(secret.derive("sessions"))
        .isNotEqualTo(ServerSecret.random().derive("links"));
  }

  @Test
  void itIsWrittenForTheStoreOnly() {
    ServerSecret made = ServerSecret.random();

    assertThat(made.hex()).hasSize(64).isEqualTo(ServerSecret.ofHex(made.hex()).hex());
    assertThat(made.hex()).isNotEqualTo(ServerSecret.random().hex());
    assertThat(made.toString()).doesNotContain(made.hex().substring(0, 8));
  }

  @Test
  void aShortOneIsNone() {
    assertThatThrownBy(() -> ServerSecret.ofHex(DIGITS.substring(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("cdef");
  }
}
