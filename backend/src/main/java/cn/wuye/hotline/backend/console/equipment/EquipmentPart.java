package cn.wuye.hotline.backend.console.equipment;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.TicketPart;
import cn.wuye.hotline.backend.equipment.Equipment;
import cn.wuye.hotline.backend.equipment.EquipmentRegister;
import cn.wuye.hotline.backend.equipment.EquipmentTickets;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a ticket hangs on: the part of its page. */
@Component
class EquipmentPart implements TicketPart {
  private final EquipmentRegister register;
  private final EquipmentTickets links;

  EquipmentPart(EquipmentRegister register, EquipmentTickets links) {
    this.register = register;
    this.links = links;
  }

  @Override
  public void add(TicketRow row, SignedInUser reader, Model model) {
    EstateId estate = row.contents().place().estateId();
    List<Equipment> there =
        estate == null
            ? List.of()
            : register.list(
                new EquipmentRegister.Query(estate, null, 0, EquipmentRegister.MOST),
                reader.scope());
    model.addAttribute("thing", links.of(row.number()).orElse(null));
    model.addAttribute("things", there.stream().map(EquipmentPart::choice).toList());
  }

  private static Choice choice(Equipment thing) {
    return new Choice(
        Long.toString(thing.id()),
        (thing.building() + " " + thing.name() + " " + thing.code()).strip());
  }
}
