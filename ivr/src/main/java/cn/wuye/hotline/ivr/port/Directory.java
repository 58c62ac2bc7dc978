package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * The estates and callers the hotline knows. Answers from memory within milliseconds, also while
 * the database is away.
 */
public interface Directory {

  /** The caller behind a number, if it is known. */
  Optional<KnownCaller> caller(PhoneNumber number);

  /**
   * Whether the owner of a number may be asked to be remembered: nobody is known behind it, and
   * nobody who called from it has said no.
   */
  boolean mayAskToRemember(PhoneNumber number);

  /** All estates served, in the order their keys are read out. */
  List<Estate> estates();

  /** The name of an estate; the empty string where there is none such. */
  default String estateName(String estateId) {
    return estates().stream()
        .filter(estate -> estate.id().equals(estateId))
        .map(Estate::name)
        .findFirst()
        .orElse("");
  }

  /**
   * Whom to ring for an emergency, in order; of the estate, or the company's general list when the
   * estate is unknown.
   *
   * @param estateId empty string when unknown
   */
  List<PhoneLine> onDuty(String estateId);

  /**
   * The service desk of an estate, then its on-duty list; the general ones when the estate is
   * unknown.
   */
  List<PhoneLine> serviceDesk(String estateId);

  /**
   * A caller known by number.
   *
   * @param building as spoken, "3号楼"; empty string when unknown
   * @param dialect BCP 47-like code, {@code cmn} by default
   * @param straightToPerson whether she is rung through to the service desk at once, by her
   *     estate's rule for old residents
   */
  record KnownCaller(
      String estateId,
      String estateName,
      String building,
      String unit,
      String room,
      String dialect,
      boolean straightToPerson) {}

  /**
   * An estate (小区).
   *
   * @param aliases other names people use
   * @param buildings the names of its buildings, "3号楼"
   */
  record Estate(String id, String name, List<String> aliases, List<String> buildings) {}
}
