-- Reports as they are compared, numbered and packed, so that no text is read twice: made from the other tables, and gone as soon as anything
-- changes of which one was made.

CREATE TABLE reading (
  report_key BIGINT PRIMARY KEY REFERENCES report (report_key),
  packed BYTEA NOT NULL                -- see dateline.incidents.alike.packing
);
CREATE FUNCTION report_unread() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM reading WHERE report_key = coalesce(new.report_key, old.report_key);
  RETURN NULL;
END $$;
CREATE TRIGGER event_begun_unread AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER event_left_unread AFTER UPDATE OF until ON event FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER place_begun_unread AFTER INSERT ON place FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER place_left_unread AFTER UPDATE OF until ON place FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER report_unread AFTER UPDATE OF published, text, title, until ON report FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER kin_new_unread AFTER INSERT ON kin FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER kin_unread AFTER UPDATE OF told ON kin FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER member_new_unread AFTER INSERT ON member FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER member_unread AFTER UPDATE ON member FOR EACH ROW EXECUTE FUNCTION report_unread();
CREATE TRIGGER member_gone_unread AFTER DELETE ON member FOR EACH ROW EXECUTE FUNCTION report_unread();
