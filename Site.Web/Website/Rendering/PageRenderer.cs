using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Site.Web.Website.Rendering;

/// <summary>Renders a view to text, whole or not at all, so that a failure on the way can still become an error page.</summary>
internal sealed class PageRenderer(IRazorViewEngine engine, ITempDataDictionaryFactory tempData, IModelMetadataProvider metadata)
{
    /// <summary>Whether there is a view for a template.</summary>
    public bool Has(string template) => Find(template).Success;

    /// <summary>Renders the view of a template.</summary>
    /// <param name="context">The request, on whose services the view is built.</param>
    /// <param name="template">The template's alias: the view's file name.</param>
    /// <param name="page">What the page is about.</param>
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public async Task<string> RenderAsync(HttpContext context, string template, PageContext page)
    {
        context.RequestServices.GetRequiredService<PageServices>().Page = page;
        IView view = Find(template).View
            ?? throw new InvalidOperationException($"There is no view for {template}: add Website/Views/Pages/{template}.cshtml.");
        ActionContext action = new(context, context.GetRouteData(), new ActionDescriptor());
        await using StringWriter writer = new();
        ViewDataDictionary data = new(metadata, action.ModelState) { Model = page.Content };
        await view.RenderAsync(new ViewContext(action, view, data, tempData.GetTempData(context), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }

    private ViewEngineResult Find(string template) =>
        engine.GetView(null, $"/Website/Views/Pages/{template}.cshtml", isMainPage: true);
}
