import Fingerprints
import Publishing
import StudyFiles

/// What is remembered of the last build of a site, as far as it counts for the next one: nothing that another program
/// made does.
public struct LastBuild: Sendable {
    /// What is remembered; nil if nothing is, or nothing that counts.
    let memory: BuildMemory?
    /// Whether it was made from what is there now.
    let isOfThese: Bool
    /// Whether the study's own templates are the same; then each page that shows what it showed is the same, too.
    private let hasTheseTemplates: Bool

    init(_ memory: BuildMemory?, _ inputs: Inputs) {
        guard let memory, let program = RunningProgram.fingerprint, memory.program == program else {
            self.memory = nil
            isOfThese = false
            hasTheseTemplates = false
            return
        }
        self.memory = memory
        hasTheseTemplates = memory.templates == inputs.templatesFingerprint
        isOfThese =
            memory.inputs == inputs.fingerprint
            && memory.copied.allSatisfy { file in
                guard let bytes = try? Disk.read(inputs.location.content + "/" + file.path) else { return false }
                return Fingerprint { $0.add(bytes) } == file.content
            }
    }

    /// What is known of the texts of themes.
    var texts: RememberedTexts { RememberedTexts(memory?.texts ?? []) }

    /// What can be relied on page by page.
    func recollection(of publication: Publication) -> Recollection {
        Recollection(hasTheseTemplates ? memory : nil, of: publication)
    }
}
