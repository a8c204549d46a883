package dev.accepted.guard.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

  @Test
  void eachIsAnotherOfOneForm() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String key = KeyText.random();
      keys.add(key);
      assertThat(key).matches("acc_[0-9A-Za-z]{16}_[0-9A-Za-z]{43}");
      assertThat(KeyText.id(key)).contains(key.substring(4, 20));
    }
    assertThat(keys).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acc_",
        "acc_0123456789abcdef",
        "acc_0123456789abcdef_0123456789012345678901234567890123456789012345678901234567890123456789",
        "acc_0123456789abcde/_0123456789012345678901234567890123456789012",
        "ACC_0123456789abcdef_0123456789012345678901234567890123456789012"
      })
  void whatHasAnotherFormNamesNone(String text) {
    assertThat(KeyText.id(text)).isEmpty();
  }

  /** As {@code printf %s abc | sha256sum} has it. */
  @Test
  void digestsAreWhatOtherToolsMake() {
    assertThat(KeyText.digest("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
