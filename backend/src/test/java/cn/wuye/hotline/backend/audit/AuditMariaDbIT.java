package cn.wuye.hotline.backend.audit;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class AuditMariaDbIT extends AuditCases {}
