package dev.accepted.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a program goes that acts for whoever runs it. A server's rules are tested by its users. */
class AddressRulesTest {

  private static boolean permits(AddressRules rules, String address) throws UnknownHostException {
    return rules.permit("host.example", InetAddress.getByName(address));
  }

  @Test
  void whoBeginsAtHomeMayGoAnywhere() throws Exception {
    for (String home : new String[] {"127.0.0.1", "::1", "10.1.2.3", "192.168.0.1", "fd12::1"}) {
      AddressRules rules = AddressRules.likeTheFirst();
      assertThat(permits(rules, home)).as(home).isTrue();
      assertThat(permits(rules, "8.8.8.8")).isTrue();
      assertThat(permits(rules, "127.0.0.1")).isTrue();
    }
  }

  @Test
  void whoBeginsOutsideIsNotSentHome() throws Exception {
    AddressRules rules = AddressRules.likeTheFirst();

    assertThat(permits(rules, "8.8.8.8")).isTrue();
    assertThat(permits(rules, "127.0.0.1")).isFalse();
    assertThat(permits(rules, "::1")).isFalse();
    assertThat(permits(rules, "10.0.0.1")).isFalse();
    assertThat(permits(rules, "1.1.1.1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "64:ff9b::169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "100.100.100.200",
        "168.63.129.16"
      })
  void nobodyGoesWhereCredentialsAreHandedOut(String address) throws Exception {
    AddressRules rules = AddressRules.likeTheFirst();

    assertThat(permits(rules, address)).isFalse();
    assertThat(permits(rules, "127.0.0.1")).isTrue();
    assertThat(permits(rules, address)).isFalse();
    assertThat(permits(AddressRules.none(), address)).isTrue();
  }
}
