package cn.wuye.hotline.backend.user;

import java.util.Locale;
import java.util.Optional;

/** What a member of staff does here, and what that allows. Which estates is the user's own. */
public enum Role {
  /** Administrator: users and settings. */
  ADMIN(true, false),
  /** Headquarters: reads figures and tickets, changes none; scores as quality staff does. */
  MANAGER(false, false),
  /** Supervisor of the agents (话务主管). */
  SUPERVISOR(true, true),
  /** Dispatcher or project manager (项目经理). */
  DISPATCHER(true, true),
  /** Agent (客服). */
  AGENT(true, true),
  /** Crew (工程, 保洁, 安保 …): phones the resident before coming. */
  CREW(true, true),
  /** Quality staff (质检): reads and scores, changes no ticket. */
  QUALITY(false, false);

  private final boolean writesTickets;
  private final boolean phonesResidents;

  Role(boolean writesTickets, boolean phonesResidents) {
    this.writesTickets = writesTickets;
    this.phonesResidents = phonesResidents;
  }

  /** Whether the role may open and change tickets. */
  public boolean writesTickets() {
    return writesTickets;
  }

  /** Whether the role needs residents' phone numbers in full. */
  public boolean seesPhoneNumbers() {
    return phonesResidents;
  }

  /** Whether the role may give work to others. */
  public boolean dispatches() {
    return this == ADMIN || this == SUPERVISOR || this == DISPATCHER;
  }

  /** Whether the role takes callers who want a person. */
  public boolean answersCalls() {
    return this == AGENT || this == SUPERVISOR;
  }

  /** Whether the role may score tickets and recordings. */
  public boolean checksQuality() {
    return this == ADMIN || this == MANAGER || this == QUALITY;
  }

  /** Whether the role sees who waits and what every agent does. */
  public boolean watchesFloor() {
    return this == ADMIN || this == MANAGER || this == SUPERVISOR;
  }

  /** Whether the role may pause agents and do with them what else a supervisor does. */
  public boolean leadsAgents() {
    return this == ADMIN || this == SUPERVISOR;
  }

  /** Whether the role may export data. */
  public boolean takesDataAway() {
    return this == ADMIN || this == MANAGER || this == SUPERVISOR || this == DISPATCHER;
  }

  /** The code used in the database, the API and the message bundles: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a code, empty when there is none such. */
  public static Optional<Role> ofCode(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
