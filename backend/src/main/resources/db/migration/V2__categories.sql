-- The categories shipped; an administrator may edit them.
INSERT INTO category (code, zh, en, position) VALUES
  ('facilities',  '设施设备', 'Facilities',     1),
  ('staff',       '服务人员', 'Staff conduct',  2),
  ('environment', '环境管理', 'Environment',    3),
  ('security',    '安全管理', 'Security',       4),
  ('fees',        '费用争议', 'Fees',           5),
  ('neighbour',   '邻里',     'Neighbours',     6),
  ('other',       '其他',     'Other',          7);

INSERT INTO subcategory (category, code, zh, en, position) VALUES
  ('facilities',  'lift',               '电梯故障',     'Lift',                   1),
  ('facilities',  'water-power',        '水电维修',     'Water and power',        2),
  ('facilities',  'public-fixtures',    '公共设施损坏', 'Public fixtures',        3),
  ('staff',       'attitude',           '态度冷漠',     'Attitude',               1),
  ('staff',       'slow-response',      '响应迟缓',     'Slow response',          2),
  ('staff',       'buck-passing',       '推诿责任',     'Buck-passing',           3),
  ('environment', 'cleaning',           '卫生清洁',     'Cleaning',               1),
  ('environment', 'greening',           '绿化养护',     'Greening',               2),
  ('environment', 'rubbish',            '垃圾清运',     'Rubbish',                3),
  ('security',    'access-control',     '门禁失效',     'Access control',         1),
  ('security',    'fire-hazard',        '消防隐患',     'Fire hazard',            2),
  ('security',    'theft',              '盗窃事件',     'Theft',                  3),
  ('security',    'parking-disorder',   '停车秩序',     'Parking disorder',       4),
  ('fees',        'management-fee',     '物业费',       'Management fee',         1),
  ('fees',        'parking',            '停车费',       'Parking fee',            2),
  ('fees',        'shared-costs',       '公摊',         'Shared costs',           3),
  ('fees',        'deposit-decoration', '装修押金',     'Decoration deposit',     4),
  ('neighbour',   'noise',              '噪音扰民',     'Noise',                  1),
  ('neighbour',   'pets',               '宠物',         'Pets',                   2),
  ('neighbour',   'illegal-building',   '违建',         'Illegal building',       3),
  ('neighbour',   'leak',               '楼上漏水',     'Leak from upstairs',     4),
  ('neighbour',   'smoke-odour',        '油烟异味',     'Smoke and odour',        5),
  ('other',       'owners-committee',   '业委会',       'Owners'' committee',     1),
  ('other',       'other',              '其他',         'Other',                  2);

-- The first ticket is number 100000 and its check digit.
INSERT INTO ticket_sequence (name, next) VALUES ('ticket', 100000);
