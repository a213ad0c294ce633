using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Sync.Nodes;

/// <summary>The template of a document or blueprint.</summary>
internal sealed class NodeTemplates(ITemplateService templates)
{
    /// <summary>Compares and applies the template of the file, if the file says anything of it.</summary>
    public async Task ApplyAsync(SyncItem item, IContent node, NodeFile file, SyncRun run)
    {
        if (file.Template is not { } reference)
        {
            return;
        }

        ITemplate? template = reference.IsEmpty ? null
            : await templates.GetAsync(reference.Key) ?? await templates.GetAsync(reference.Alias);
        if (template is null && !reference.IsEmpty)
        {
            if (!run.IsPending(SyncKind.Template, reference))
            {
                item.Warn("Info/Template", $"there is no template {reference}; left as it is.");
            }

            return;
        }

        item.Set("Template", node.TemplateId ?? 0, template?.Id ?? 0, _ => node.TemplateId = template?.Id);
    }

    /// <summary>The template as a file names it; an empty element for none.</summary>
    public async Task<XElement> DescribeAsync(IContent node) =>
        node.TemplateId is { } id && await templates.GetAsync(id) is { } template
            ? SyncXmlText.Reference("Template", template.Key, template.Alias)
            : new XElement("Template");
}
