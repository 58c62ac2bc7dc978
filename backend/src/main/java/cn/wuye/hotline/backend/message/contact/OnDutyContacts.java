package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How who is on duty is reached in writing. */
@Component
public class OnDutyContacts {
  private final JdbcClient jdbc;

  OnDutyContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The first mobile number, in international form, on an estate's list of people on duty, else on
   * the company's.
   *
   * @param estate null for the company
   */
  public Optional<String> mobile(@Nullable EstateId estate) {
    return jdbc
        .sql(
            "SELECT number FROM duty_entry WHERE role = 'on-duty'"
                + " AND (estate_id = ? OR estate_id IS NULL)"
                + " ORDER BY estate_id IS NULL, position, id")
        .param(estate == null ? 0 : estate.value())
        .query(String.class)
        .list()
        .stream()
        .filter(number -> number.matches("\\+?[0-9]{2,20}"))
        .flatMap(number -> Mobile.international(new PhoneNumber(number)).stream())
        .findFirst();
  }
}
