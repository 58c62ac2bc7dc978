package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.estate.DutyEntry;
import cn.wuye.hotline.backend.estate.DutyLists;
import cn.wuye.hotline.backend.estate.DutyRole;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.ticket.NumberRange;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the sample world, part by part. */
@Component
class SampleWriter {
  private static final List<String> ENGINEERS = List.of("王师傅", "李师傅", "张师傅", "陈师傅", "赵师傅");

  private final Estates estates;
  private final DutyLists dutyLists;
  private final TicketNumbers numbers;
  private final SampleRows rows;
  private final SampleKnowledge knowledge;
  private final HotlineProperties node;

  SampleWriter(
      Estates estates,
      DutyLists dutyLists,
      TicketNumbers numbers,
      SampleRows rows,
      SampleKnowledge knowledge,
      HotlineProperties node) {
    this.estates = estates;
    this.dutyLists = dutyLists;
    this.numbers = numbers;
    this.rows = rows;
    this.knowledge = knowledge;
    this.node = node;
  }

  void write(SampleWorld world) {
    List<EstateId> ids = new ArrayList<>();
    for (SampleEstate made : SampleEstate.ALL) {
      Estate saved =
          estates.save(
              Estate.named(made.name(), made.aliases(), ids.size() + 1, made.buildingNames())
                  .withPersonFromAge(made.personFromAge() == 0 ? null : made.personFromAge()));
      duty(saved.requireId(), made.name(), ids.size());
      ids.add(saved.requireId());
    }
    generalDuty();
    rows.residents(world.residents(), ids);
    NumberRange range = numbers.reserve(node.nodeId(), world.tickets().size());
    rows.tickets(world, ids, range);
    knowledge.write(ids);
  }

  // Test phones: 13900000001 and 13900000002 in the first estate, and so on; desks are extensions.
  private void duty(EstateId estate, String name, int n) {
    dutyLists.replace(
        estate,
        DutyRole.SERVICE_DESK,
        List.of(entry(estate, DutyRole.SERVICE_DESK, name + "服务台", 1001L + n)));
    dutyLists.replace(
        estate,
        DutyRole.ON_DUTY,
        List.of(
            entry(estate, DutyRole.ON_DUTY, "值班工程师 " + ENGINEERS.get(n), 13_900_000_001L + 2L * n),
            entry(estate, DutyRole.ON_DUTY, name + "值班主管", 13_900_000_002L + 2L * n)));
  }

  private void generalDuty() {
    dutyLists.replace(
        null, DutyRole.SERVICE_DESK, List.of(entry(null, DutyRole.SERVICE_DESK, "总服务台", 1010)));
    dutyLists.replace(
        null,
        DutyRole.ON_DUTY,
        List.of(
            entry(null, DutyRole.ON_DUTY, "公司值班员", 13_900_000_001L),
            entry(null, DutyRole.ON_DUTY, "公司值班经理", 13_900_000_002L)));
  }

  private static DutyEntry entry(
      @Nullable EstateId estate, DutyRole role, String name, long number) {
    return new DutyEntry(estate, role, name, new PhoneNumber(Long.toString(number)));
  }
}
