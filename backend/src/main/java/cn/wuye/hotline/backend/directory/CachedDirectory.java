package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers from what was last learnt. */
final class CachedDirectory implements Directory {
  private final Function<PhoneNumber, String> hash;
  private volatile DirectoryData data;

  CachedDirectory(DirectoryData data, Function<PhoneNumber, String> hash) {
    this.data = data;
    this.hash = hash;
  }

  void replace(DirectoryData newer) {
    data = newer;
  }

  DirectoryData data() {
    return data;
  }

  @Override
  public Optional<KnownCaller> caller(PhoneNumber number) {
    return Optional.ofNullable(data.callers().get(NumberKey.of(number)));
  }

  @Override
  public boolean mayAskToRemember(PhoneNumber number) {
    DirectoryData now = data;
    return !now.callers().containsKey(NumberKey.of(number))
        && !now.refusals().contains(hash.apply(number));
  }

  @Override
  public List<Estate> estates() {
    return data.estates();
  }

  @Override
  public List<PhoneLine> onDuty(String estateId) {
    DirectoryData now = data;
    return inOrder(now.linesOf(estateId).onDuty(), now.linesOf(DirectoryData.GENERAL).onDuty());
  }

  @Override
  public List<PhoneLine> serviceDesk(String estateId) {
    DirectoryData now = data;
    DutyLines own = now.linesOf(estateId);
    DutyLines general = now.linesOf(DirectoryData.GENERAL);
    return inOrder(own.serviceDesk(), own.onDuty(), general.serviceDesk(), general.onDuty());
  }

  /** One list after the other, no phone twice: who did not answer will not a minute later. */
  @SafeVarargs
  private static List<PhoneLine> inOrder(List<PhoneLine>... lists) {
    List<PhoneLine> lines = new ArrayList<>();
    for (List<PhoneLine> list : lists) {
      for (PhoneLine line : list) {
        if (lines.stream().noneMatch(known -> known.number().equals(line.number()))) {
          lines.add(line);
        }
      }
    }
    return List.copyOf(lines);
  }
}
