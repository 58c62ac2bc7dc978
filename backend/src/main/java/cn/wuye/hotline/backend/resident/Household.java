package cn.wuye.hotline.backend.resident;

import java.util.List;
import java.util.Optional;

/** Those who share a telephone number. */
public record Household(List<Resident> residents) {
  private static final String UNKNOWN_DIALECT = "";

  public Household {
    residents = List.copyOf(residents);
  }

  /** Who must be calling; empty when nobody is known, or several are. */
  public Optional<Resident> onlyOne() {
    return residents.size() == 1 ? Optional.of(residents.get(0)) : Optional.empty();
  }

  /** The dialect that all of them prefer; empty string when they differ or none is known. */
  public String dialect() {
    List<String> dialects = residents.stream().map(Resident::dialect).distinct().toList();
    return dialects.size() == 1 ? dialects.get(0) : UNKNOWN_DIALECT;
  }
}
