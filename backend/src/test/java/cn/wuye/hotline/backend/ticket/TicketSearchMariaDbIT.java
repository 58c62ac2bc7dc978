package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class TicketSearchMariaDbIT extends TicketSearchCases {}
