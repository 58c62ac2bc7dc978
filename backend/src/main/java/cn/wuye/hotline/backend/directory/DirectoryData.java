package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything the directory knows at one moment; also the form of the file on disk.
 *
 * @param lines by estate id, the empty string for the company's general lists
 * @param callers by {@link NumberKey}
 * @param refusals hashes of the numbers whose owners do not want to be remembered
 */
record DirectoryData(
    List<Estate> estates,
    Map<String, DutyLines> lines,
    Map<String, KnownCaller> callers,
    Set<String> refusals) {
  static final DirectoryData EMPTY = new DirectoryData(List.of(), Map.of(), Map.of(), Set.of());

  /** The key of the company's general lists in {@link #lines}. */
  static final String GENERAL = "";

  DirectoryData {
    estates = List.copyOf(estates);
    lines = Map.copyOf(lines);
    callers = Map.copyOf(callers);
    refusals = Set.copyOf(Objects.requireNonNullElse(refusals, Set.of()));
  }

  DutyLines linesOf(String estateId) {
    return lines.getOrDefault(estateId, DutyLines.NONE);
  }
}
