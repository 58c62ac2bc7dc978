package cn.wuye.hotline.backend.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {
  private static WebhookAddresses meaning(String address) {
    return new WebhookAddresses(
        Set.of("erp.house"), host -> new InetAddress[] {InetAddress.getByName(address)});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:1::"
      })
  void nothingGoesIntoTheHouse(String address) {
    assertThat(meaning(address).forbidden(URI.create("https://hook.example.cn/x")))
        .contains("the address is not in the Internet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "8.8.8.8", "2400:3200::1"})
  void whatIsInTheInternetIsAllowed(String address) {
    assertThat(meaning(address).forbidden(URI.create("https://hook.example.cn:8443/x"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hook.example.cn/x, false",
    "ftp://hook.example.cn/x, false",
    "https://user:pass@hook.example.cn/x, false",
    "https:///x, false",
    "file:///etc/passwd, false",
    "https://hook.example.cn/x, true",
    "http://erp.house:8080/x, true"
  })
  void onlyTlsUnlessTheOperatorNamedTheHost(String address, boolean allowed) {
    assertThat(meaning("203.0.113.7").wellFormed(URI.create(address))).isEqualTo(allowed);
  }

  @Test
  void aNamedHostMayBeInTheHouseAndOneAmongSeveralAddressesSuffices() {
    assertThat(meaning("10.0.0.5").forbidden(URI.create("http://ERP.house/x"))).isEmpty();
    WebhookAddresses two =
        new WebhookAddresses(
            Set.of(),
            host ->
                new InetAddress[] {
                  InetAddress.getByName("203.0.113.7"), InetAddress.getByName("10.0.0.5")
                });

    assertThat(two.forbidden(URI.create("https://hook.example.cn/"))).isPresent();
  }
}
