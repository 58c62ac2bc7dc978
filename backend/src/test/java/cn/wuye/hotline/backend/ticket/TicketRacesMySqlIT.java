package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class TicketRacesMySqlIT extends TicketRacesCases {}
