package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import java.util.Objects;
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

  /** The dialect that is usual in an estate; the empty string where there is none such. */
  default String estateDialect(String estateId) {
    return estates().stream()
        .filter(estate -> estate.id().equals(estateId))
        .map(Estate::dialect)
        .findFirst()
        .orElse("");
  }

  /**
   * The dialect in which a call with a number begins: the one that she is known to prefer, else
   * that of the estate where she lives; where all that is served is one estate, that of the estate.
   *
   * @return code, or the empty string when nothing tells it: Mandarin
   */
  default String dialect(Optional<PhoneNumber> number) {
    Optional<KnownCaller> known = number.flatMap(this::caller);
    return known
        .map(KnownCaller::dialect)
        .filter(preferred -> !preferred.isEmpty())
        .or(() -> known.map(caller -> estateDialect(caller.estateId())))
        .filter(usual -> !usual.isEmpty())
        .orElseGet(() -> estates().size() == 1 ? estates().get(0).dialect() : "");
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
   * @param dialect that she prefers, BCP 47-like code; empty string when that is not known
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
   * @param dialect that is usual there, BCP 47-like code
   */
  record Estate(
      String id, String name, List<String> aliases, List<String> buildings, String dialect) {
    private static final String MANDARIN = "cmn";

    public Estate {
      // What an earlier version has kept knows no dialects.
      dialect = Objects.requireNonNullElse(dialect, MANDARIN);
    }

    /** One where Mandarin is usual. */
    public Estate(String id, String name, List<String> aliases, List<String> buildings) {
      this(id, name, aliases, buildings, MANDARIN);
    }
  }
}
