package io.github.containerversions.pushes;

import io.github.containerversions.core.finding.Exemption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * All that a run of the rule about pushes depends on, validated.
 *
 * @param root the repository root, absolute
 * @param workflowDirectories where workflows are, from the root; empty for the usual places
 * @param registries the hosts that need credentials, in small letters; empty for all
 * @param openRegistries the hosts that need none, in small letters
 * @param secretsFile the list of secrets, from the root; empty for none
 * @param secretsRepository the repository whose secrets count in that list; empty for all
 * @param provisioningFiles the files that set their values, from the root
 * @param immutableTags whether tags must not repeat
 * @param exemptions the workflows that are excused, by path or by file name
 * @param today the day that decides whether exemptions still hold
 */
public record PushSettings(
    Path root,
    List<String> workflowDirectories,
    Set<String> registries,
    Set<String> openRegistries,
    String secretsFile,
    String secretsRepository,
    List<String> provisioningFiles,
    boolean immutableTags,
    List<Exemption> exemptions,
    LocalDate today) {}
