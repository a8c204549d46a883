package dev.accepted.http.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.AddressBlock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.1";

  private final ClientAddress addresses =
      new ClientAddress(
          Stream.of("10.0.0.0/8", "127.0.0.1", "2001:db8:ffff::/48")
              .map(AddressBlock::parse)
              .toList());

  private String forwarded(String... lines) {
    return addresses.of(PROXY, List.of(lines), List.of());
  }

  private String forwardedFor(String... lines) {
    return addresses.of(PROXY, List.of(), List.of(lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=192.0.2.60;proto=http;by=203.0.113.43                 | 192.0.2.60",
        "For=\"192.0.2.60:47011\"                                  | 192.0.2.60",
        "for=192.0.2.60:80                                         | 192.0.2.60",
        "FOR=\"[2001:db8:cafe:1:2:3:4:17]\"                        | 2001:db8:cafe:1:0:0:0:0/64",
        "for=\"[2001:db8:cafe::17]:4711\"                          | 2001:db8:cafe:0:0:0:0:0/64",
        "for=\"[::ffff:192.0.2.9]\"                                | 192.0.2.9",
        "by=10.0.0.1 ; for=\"192.0.2.\\60\"                        | 192.0.2.60",
        "for=_gazonk                                               | _gazonk",
        "for=\"_SEVKISEK:_port\"                                   | _SEVKISEK",
        "for=unknown                                               | 10.0.0.1",
        "for=198.51.100.1, for=192.0.2.43                          | 192.0.2.43",
        "for=198.51.100.1, for=192.0.2.43, for=10.1.1.1            | 192.0.2.43",
        "for=10.1.1.1, for=\"[2001:db8:ffff::1]\"                  | 10.1.1.1",
        "for=198.51.100.1, for=unknown, for=10.1.1.1               | 10.1.1.1",
        "for=198.51.100.1, by=10.0.0.9                             | 10.0.0.1",
        "for=\"a, for=1.1.1.1\"; by=x, for=192.0.2.43              | 192.0.2.43",
        "for=\", for=192.0.2.43                                    | 192.0.2.43",
        "for=\"x\", for=\", for=\"[2001:db8:cafe::17]\"            | 2001:db8:cafe:0:0:0:0:0/64",
        "for=198.51.100.1, nonsense                                | 10.0.0.1",
        "for=example.org                                           | 10.0.0.1",
        "for=999.1.1.1                                             | 10.0.0.1",
        "proto=https                                               | 10.0.0.1",
      })
  void forwardedIsReadFromTheNearest(String line, String address) {
    assertThat(forwarded(line.strip())).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.43                             | 192.0.2.43",
        "198.51.100.1, 192.0.2.43               | 192.0.2.43",
        "198.51.100.1 ,192.0.2.43:4711,10.9.9.9 | 192.0.2.43",
        "2001:db8:cafe:7::1                     | 2001:db8:cafe:7:0:0:0:0/64",
        "[2001:db8:cafe:7::1]:443               | 2001:db8:cafe:7:0:0:0:0/64",
        "192.0.2.43, nonsense                   | 10.0.0.1",
        "10.2.2.2, 10.3.3.3                     | 10.2.2.2",
      })
  void forwardedForIsReadFromTheNearest(String line, String address) {
    assertThat(forwardedFor(line)).isEqualTo(address);
  }

  @Test
  void linesAreOneList() {
    assertThat(forwarded("for=198.51.100.1", "for=192.0.2.43", "for=10.1.1.1"))
        .isEqualTo("192.0.2.43");
    assertThat(forwardedFor("198.51.100.1", "192.0.2.43")).isEqualTo("192.0.2.43");
  }

  @Test
  void forwardedWins() {
    assertThat(addresses.of(PROXY, List.of("for=192.0.2.1"), List.of("192.0.2.2")))
        .isEqualTo("192.0.2.1");
    assertThat(addresses.of(PROXY, List.of("proto=https"), List.of("192.0.2.2"))).isEqualTo(PROXY);
  }

  @Test
  void strangersAreNotBelieved() {
    assertThat(addresses.of("192.0.2.66", List.of("for=192.0.2.1"), List.of("192.0.2.2")))
        .isEqualTo("192.0.2.66");
    assertThat(addresses.of("2001:db8::1:2:3", List.of("for=192.0.2.1"), List.of()))
        .isEqualTo("2001:db8:0:0:0:0:0:0/64");
    assertThat(new ClientAddress(List.of()).of(PROXY, List.of("for=192.0.2.1"), List.of()))
        .isEqualTo(PROXY);
  }

  @Test
  void withoutHeadersTheProxyCounts() {
    assertThat(addresses.of(PROXY, List.of(), List.of())).isEqualTo(PROXY);
  }

  @Test
  void ofIpv6TheSiteCounts() {
    assertThat(ClientAddress.direct("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ClientAddress.direct("2001:db8:1:2:ffff::1%eth0"))
        .isEqualTo("2001:db8:1:2:0:0:0:0/64")
        .isNotEqualTo(ClientAddress.direct("2001:db8:1:3::1"));
    assertThat(ClientAddress.direct("192.0.2.43")).isEqualTo("192.0.2.43");
  }
}
