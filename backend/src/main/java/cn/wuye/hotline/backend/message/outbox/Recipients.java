package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Contacts;
import cn.wuye.hotline.backend.message.contact.Mobile;
import cn.wuye.hotline.backend.message.contact.OnDutyContacts;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.message.contact.StaffContacts;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up how an addressee is reached. */
@Component
class Recipients {
  private final StaffContacts staff;
  private final OnDutyContacts duty;
  private final ResidentContacts residents;
  private final Residents known;
  private final Tickets tickets;
  private final ObjectProvider<Contacts> companies;
  private final JdbcClient jdbc;
  private final VoiceProperties voice;

  Recipients(
      StaffContacts staff,
      OnDutyContacts duty,
      ResidentContacts residents,
      Residents known,
      Tickets tickets,
      ObjectProvider<Contacts> companies,
      JdbcClient jdbc,
      VoiceProperties voice) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.duty = duty;
    this.residents = residents;
    this.known = known;
    this.tickets = tickets;
    this.companies = companies;
    this.voice = voice;
  }

  /** Empty when there is nobody of that name (any more). */
  Optional<Recipient> of(Addressee addressee) {
    if (addressee instanceof Addressee.Staff member) {
      return staff
          .reachable(member.login())
          .map(
              contact ->
                  new Recipient(
                      addresses(number(contact.mobile()), contact.email()),
                      number(contact.mobile()),
                      false,
                      contact.language(),
                      false,
                      false));
    }
    if (addressee instanceof Addressee.OnDuty onDuty) {
      return duty.mobile(onDuty.estate())
          .map(
              number ->
                  new Recipient(
                      Map.of(Medium.SMS, number),
                      new PhoneNumber(number),
                      false,
                      Language.CHINESE,
                      false,
                      false));
    }
    if (addressee instanceof Addressee.Reporter reporter) {
      return tickets
          .find(reporter.ticket(), EstateScope.ALL)
          .map(ticket -> reporter(ticket.contents().reporter()));
    }
    if (addressee instanceof Addressee.Caller caller) {
      return numberOf(caller).map(phone -> reporter(new Reporter(null, "", phone)));
    }
    if (addressee instanceof Addressee.Resident resident) {
      return known
          .find(resident.id(), EstateScope.ALL)
          .map(
              found ->
                  reporter(
                      new Reporter(
                          found.id(),
                          found.name(),
                          found.phones().stream()
                              .findFirst()
                              .map(Resident.Phone::number)
                              .orElse(null))));
    }
    if (addressee instanceof Addressee.Webhook webhook) {
      return Optional.of(
          new Recipient(
              Map.of(Medium.WEBHOOK, webhook.code()), null, false, Language.CHINESE, false, false));
    }
    Contacts contacts = companies.getIfAvailable();
    return contacts == null
        ? Optional.empty()
        : contacts
            .thirdParty(((Addressee.ThirdParty) addressee).code())
            .map(
                contact ->
                    new Recipient(
                        addresses(contact.mobile(), contact.email()),
                        contact.mobile(),
                        false,
                        Language.CHINESE,
                        false,
                        false));
  }

  private Optional<PhoneNumber> numberOf(Addressee.Caller caller) {
    return jdbc.sql("SELECT caller FROM call_record WHERE call_id = ? AND caller IS NOT NULL")
        .param(caller.call().value())
        .query(String.class)
        .optional()
        .map(PhoneNumber::new);
  }

  private Recipient reporter(Reporter reporter) {
    Long id = reporter.residentId();
    PhoneNumber phone = reporter.phone();
    ResidentContact wishes = id == null ? ResidentContact.USUAL : residents.of(id);
    return new Recipient(
        addresses(phone, wishes.email()),
        phone,
        wishes.byPhone() && phone != null && voice.enabled(),
        wishes.language(),
        true,
        wishes.optedOut() || (phone != null && id == null && residents.optedOut(phone)));
  }

  private static Map<Medium, String> addresses(@Nullable PhoneNumber phone, @Nullable String mail) {
    Map<Medium, String> addresses = new EnumMap<>(Medium.class);
    if (phone != null) {
      Mobile.international(phone).ifPresent(number -> addresses.put(Medium.SMS, number));
    }
    if (mail != null && !mail.isEmpty()) {
      addresses.put(Medium.EMAIL, mail);
    }
    return addresses;
  }

  private static @Nullable PhoneNumber number(String digits) {
    return digits.isEmpty() ? null : new PhoneNumber(digits);
  }
}
