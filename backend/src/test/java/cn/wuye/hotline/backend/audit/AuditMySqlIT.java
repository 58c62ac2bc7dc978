package cn.wuye.hotline.backend.audit;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class AuditMySqlIT extends AuditCases {}
