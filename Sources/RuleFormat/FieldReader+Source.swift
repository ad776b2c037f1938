import Diagnostics
import FieldTables
import MarkedYAML
import SourceText

extension FieldReader {
    mutating func source(_ root: MarkedNode) -> Source? {
        let fields = reading.fields(root, of: .source)
        let jurisdiction = Jurisdiction(
            regions: reading.regions("regions", in: fields), professions: reading.professions("professions", in: fields))
        guard reading.isClean, let name = fields.text("name"), let kind = fields.choice("kind", as: Source.Kind.self),
            let publisher = fields.text("publisher"), let checked = fields.text("checked")
        else { return nil }
        return Source(name: name, kind: kind, publisher: publisher, url: fields.text("url"), jurisdiction: jurisdiction, checked: checked)
    }

    mutating func citation(_ fields: FieldMap) -> Citation? {
        guard let value = fields["name"], let name = value.text else { return nil }
        sourceUses.append(SourceUse(name: name, path: reading.file.path, position: reading.file.position(of: value.range.lower)))
        return Citation(name: name, section: fields.text("section"), url: fields.text("url"))
    }

    mutating func localSeverities(_ fields: FieldMap) -> [LocalSeverity] {
        fields.list("severity-where").compactMap(\.map).compactMap { entry in
            let jurisdiction = Jurisdiction(
                regions: reading.regions("region", in: entry), professions: reading.professions("profession", in: entry))
            let because = entry.map("because").flatMap { citation($0) }
            guard let severity = entry.choice("severity", as: Severity.self), let because else { return nil }
            return LocalSeverity(jurisdiction: jurisdiction, severity: severity, because: because)
        }
    }
}
