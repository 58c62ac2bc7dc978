package cn.wuye.hotline.backend.equipment.api;

import cn.wuye.hotline.backend.equipment.Equipment;
import cn.wuye.hotline.backend.equipment.EquipmentTickets;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a ticket hangs on. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/equipment")
class TicketEquipmentController {
  private final EquipmentTickets links;

  TicketEquipmentController(EquipmentTickets links) {
    this.links = links;
  }

  /**
   * @param equipment id; null for nothing
   */
  record ChosenRequest(@Nullable String equipment) {}

  /**
   * @param equipment id; null for nothing
   */
  record ChosenView(TicketNumber ticket, @Nullable String equipment) {}

  @PutMapping
  ChosenView choose(
      @PathVariable String number,
      @RequestBody ChosenRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    FieldCheck check = new FieldCheck();
    EstateId id = check.parsed("equipment", request.equipment(), EstateId::parse, "\"1\"");
    check.done();
    long wanted = id == null ? 0 : id.value();
    TicketNumber ticket =
        TicketNumber.find(number)
            .filter(found -> links.choose(found, wanted, me.scope(), me.getUsername()))
            .orElseThrow(
                () ->
                    Problem.of(HttpStatus.NOT_FOUND, "equipment-not-there", number, wanted)
                        .exception());
    return new ChosenView(
        ticket, links.of(ticket).map(Equipment::id).map(String::valueOf).orElse(null));
  }
}
