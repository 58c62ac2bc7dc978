package cn.wuye.hotline.backend.thirdparty;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where a webhook may go: over TLS to the Internet, and elsewhere only to hosts that the operator
 * has named. Asked when the address is written and, of what its name means then, before each
 * attempt; the JVM keeps what a name means for half a minute, so that the connection that follows
 * goes where was looked.
 */
@Component
class WebhookAddresses {
  private final Set<String> trusted;
  private final Names names;

  @Autowired
  WebhookAddresses(ThirdPartyProperties properties) {
    this(properties.webhookHosts(), InetAddress::getAllByName);
  }

  WebhookAddresses(Set<String> trusted, Names names) {
    this.trusted =
        trusted.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet());
    this.names = names;
  }

  /** What names mean. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** Whether it may be written down; what its name means is not asked. */
  boolean wellFormed(URI address) {
    String host = host(address);
    boolean web = "https".equals(address.getScheme());
    boolean named = trusted.contains(host) && "http".equals(address.getScheme());
    return !host.isEmpty() && address.getRawUserInfo() == null && (web || named);
  }

  /** Why nothing may be sent there now; empty when it may. */
  Optional<String> forbidden(URI address) {
    if (!wellFormed(address)) {
      return Optional.of("the address is not https");
    }
    String host = host(address);
    if (trusted.contains(host)) {
      return Optional.empty();
    }
    try {
      return Arrays.stream(names.addresses(bare(host))).allMatch(WebhookAddresses::inTheInternet)
          ? Optional.empty()
          : Optional.of("the address is not in the Internet");
    } catch (UnknownHostException unknown) {
      return Optional.of("the host is not known");
    }
  }

  private static String host(URI address) {
    return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean inTheInternet(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? publicFour(bytes)
        : address instanceof Inet6Address && publicSix(bytes);
  }

  /** Not the shared space of providers, test networks, "this network" or what is reserved. */
  private static boolean publicFour(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return first != 0
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && bytes[2] == 0)
        && !(first == 198 && (second == 18 || second == 19));
  }

  /** What is routed, and carries no address of the old kind in it. */
  private static boolean publicSix(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
