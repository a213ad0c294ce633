namespace Site.Web.DeliveryApi.Responses;

/// <summary>200 with a body, or 304 for a client that has it, see <see cref="JsonResponder"/>.</summary>
internal sealed class JsonResult(JsonBody body) : IResult
{
    /// <summary>The body.</summary>
    public JsonBody Body => body;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<JsonResponder>().RespondAsync(httpContext, body);
}
