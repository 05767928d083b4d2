-- Reports as they are compared, numbered and packed, so that no text is read twice: made from the other tables, and gone as soon as anything
-- changes of which one was made.

CREATE TABLE reading (
  report_key INTEGER PRIMARY KEY REFERENCES report (report_key),
  packed BLOB NOT NULL                  -- see dateline.incidents.alike.packing
);
CREATE TRIGGER event_begun_unread AFTER INSERT ON event BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER event_left_unread AFTER UPDATE OF until ON event BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER place_begun_unread AFTER INSERT ON place BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER place_left_unread AFTER UPDATE OF until ON place BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER report_unread AFTER UPDATE OF published, text, title, until ON report BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER kin_new_unread AFTER INSERT ON kin BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER kin_unread AFTER UPDATE OF told ON kin BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER member_new_unread AFTER INSERT ON member BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER member_unread AFTER UPDATE ON member BEGIN
  DELETE FROM reading WHERE report_key = new.report_key;
END;
CREATE TRIGGER member_gone_unread AFTER DELETE ON member BEGIN
  DELETE FROM reading WHERE report_key = old.report_key;
END;
