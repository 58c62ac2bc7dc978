package cn.wuye.hotline.router.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of Asterisk.
 *
 * @param version as it calls itself; empty until it was asked
 * @param startedAt empty until it told
 * @param contacts of all endpoints, as of the last refresh
 * @param registration the last news of a registration with a carrier ({@code Registered, Rejected,
 *     Unregistered}); empty when there was none since the connection was made
 */
public record ExchangeFacts(
    Optional<String> version,
    Optional<Instant> startedAt,
    List<Contact> contacts,
    Optional<String> registration) {
  /** Before anything is known. */
  public static final ExchangeFacts UNKNOWN =
      new ExchangeFacts(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  public ExchangeFacts {
    contacts = List.copyOf(contacts);
  }

  /** The contacts of an endpoint; empty when none is configured. */
  public List<Contact> contacts(String endpoint) {
    return contacts.stream().filter(contact -> contact.endpoint().equals(endpoint)).toList();
  }
}
