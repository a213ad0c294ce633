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
    public bool Has(string template) => engine.GetView(null, PathOf(template), isMainPage: true).Success;

    /// <summary>Renders the view of a template.</summary>
    /// <param name="context">The request, on whose services the view is built.</param>
    /// <param name="template">The template's alias: the view's file name.</param>
    /// <param name="page">What the page is about.</param>
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public Task<string> RenderAsync(HttpContext context, string template, PageContext page)
    {
        context.RequestServices.GetRequiredService<PageServices>().Page = page;
        return RenderViewAsync(context, PathOf(template), page.Content);
    }

    /// <summary>Renders a view by its path below the project.</summary>
    /// <param name="context">The request, on whose services the view is built.</param>
    /// <param name="path">The path, with the slash at its beginning.</param>
    /// <param name="model">The view's model.</param>
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public async Task<string> RenderViewAsync(HttpContext context, string path, object? model)
    {
        IView view = engine.GetView(null, path, isMainPage: true).View ?? throw new InvalidOperationException($"There is no view {path}: add it.");
        ActionContext action = new(context, context.GetRouteData(), new ActionDescriptor());
        await using StringWriter writer = new();
        ViewDataDictionary data = new(metadata, action.ModelState) { Model = model };
        await view.RenderAsync(new ViewContext(action, view, data, tempData.GetTempData(context), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }

    private static string PathOf(string template) => $"/Website/Views/Pages/{template}.cshtml";
}
